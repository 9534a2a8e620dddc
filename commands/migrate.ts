import { migrate } from '../register/migrate';
import { run } from './command';
import { productEnvironment } from './environment';

/** `npm run migrate`: applies the migrations that the database of the product lacks, and names them. */
void run(async () => {
  const applied = await migrate(productEnvironment().DATABASE_URL);
  return applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'The database is up to date.';
});
