// Lets this Node load the tree's TypeScript: each file is translated once per content and kept in
// node_modules/.cache. Packages load as they are, in half the time that a general loader takes.
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const root = join(module.path, '..');
const cache = join(root, 'node_modules', '.cache', 'custodian');
const { version } = require('typescript/package.json');

process.setSourceMapsEnabled(true);
Module._extensions['.ts'] = (module, file) => module._compile(translated(file), file);

/** The JavaScript of a file. Two processes that translate it at once write the same. */
function translated(file) {
  const source = readFileSync(file, 'utf8');
  const key = createHash('sha256').update(`${version}\n${file}\n${source}`).digest('hex');
  const kept = join(cache, key);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const code = translate(file, source);
  mkdirSync(cache, { recursive: true });
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, kept);
  return code;
}

function translate(fileName, source) {
  const ts = require('typescript');
  const { outputText } = ts.transpileModule(source, {
    fileName,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      inlineSourceMap: true,
      inlineSources: true,
    },
  });
  return outputText;
}
