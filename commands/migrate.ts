import { migrate } from '../register/migrate';
import { BadInput, run } from './command';

/** `npm run migrate`: applies the migrations that the database of DATABASE_URL lacks, and names them. */
void run(async () => {
  const { DATABASE_URL: databaseUrl } = process.env;
  if (!databaseUrl) throw new BadInput('Set DATABASE_URL to the database to migrate. Nothing was changed.');
  const applied = await migrate(databaseUrl);
  return applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'The database is up to date.';
});
