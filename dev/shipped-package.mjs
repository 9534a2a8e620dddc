const FROM_SOURCE = /node --import tsx (commands\/[\w-]+)\.ts/;

/**
 * The package.json that ships: the same packages, so that `npm ci --omit=dev` fits the lock file, and of
 * the scripts those that an operator runs, on the compiled commands.
 */
export function shippedPackage(source) {
  const scripts = Object.entries(source.scripts)
    .filter(([, script]) => FROM_SOURCE.test(script))
    .map(([name, script]) => [name, script.replace(FROM_SOURCE, 'node $1.js')]);
  return { ...source, scripts: Object.fromEntries(scripts) };
}
