// Prints the SQL that makes what schema.prisma describes in an empty database, whose URL the engine asks for.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const beside = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
const wasm = readFileSync(join(dirname(beside), 'schema_engine_bg.wasm'));
const { instance } = await globalThis.WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const files = [{ path: 'schema.prisma', content: readFileSync(join(root, 'prisma/schema.prisma'), 'utf8') }];
const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: process.argv[2] }));
const datamodels = files.map(({ path, content }) => [path, content]);
const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
const { stdout } = await engine.diff({
  ...{
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    filters: { externalTables: [], externalEnums: [] },
  },
  ...{ script: true, shadowDatabaseUrl: null, exitCode: null },
});
process.stdout.write(stdout, () => process.exit(0));
