import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import { helpers } from './helpers';

/** The templates as they were read at start. */
export interface Templates {
  /** Renders a template or partial by its name, such as `subject-access/acknowledge`; throws if a value is missing. */
  render(name: string, data: object): string;
  /** SHA-256 (hex) over the template's source and that of every partial it uses. */
  hash(name: string): string;
}

/** A value that a template asks for is not there, or the template itself is not. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

const used = /\{\{#?>\s*([\w/-]+)/g;

function sources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.hbs'));
  return new Map(
    files.map((file) => [
      relative('.', file).split(sep).join('/').slice(0, -'.hbs'.length),
      readFileSync(join(folder, file), 'utf8').trim(),
    ]),
  );
}

/** The template and all partials it uses, at any depth, in alphabetical order. */
function family(name: string, all: ReadonlyMap<string, string>, found = new Set<string>()): Set<string> {
  const source = all.get(name);
  if (source === undefined || found.has(name)) return found;
  found.add(name);
  for (const [, partial] of source.matchAll(used)) family(partial ?? '', all, found);
  return found;
}

/**
 * Reads every `.hbs` file under the folder. Templates are strict: a value that is not given is an error,
 * never an empty space in a letter, and no template reaches an object's prototype.
 */
export function loadTemplates(folder: string = __dirname): Templates {
  const all = sources(folder);
  const handlebars = Handlebars.create();
  handlebars.registerHelper(helpers as unknown as Handlebars.HelperDeclareSpec);
  for (const [name, source] of all) handlebars.registerPartial(name, source);
  const known = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
  const compiled = new Map<string, Handlebars.TemplateDelegate>();

  const compile = (name: string): Handlebars.TemplateDelegate => {
    const source = all.get(name);
    if (source === undefined) throw new TemplateError(`There is no template “${name}”. Nothing was made.`);
    return handlebars.compile(source, {
      strict: true,
      preventIndent: true,
      knownHelpers: known as unknown as KnownHelpers,
      knownHelpersOnly: true,
    });
  };

  return {
    render(name, data) {
      const template = compiled.get(name) ?? compile(name);
      compiled.set(name, template);
      return template(data);
    },
    hash(name) {
      const digest = createHash('sha256');
      for (const one of [...family(name, all)].sort()) digest.update(`${one}\n${all.get(one)}\n`);
      return digest.digest('hex');
    },
  };
}

type KnownHelpers = NonNullable<CompileOptions['knownHelpers']>;
