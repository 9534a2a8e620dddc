import { readFileSync } from 'node:fs';

const BYTES = 32;

/**
 * The key that wraps all others, from `CUSTODIAN_MASTER_KEY` or from the file that `CUSTODIAN_MASTER_KEY_FILE`
 * names: 32 bytes in base64. Throws with the name of what is missing or wrong, never with the key.
 */
export function masterKey(environment: NodeJS.ProcessEnv): Buffer {
  const { CUSTODIAN_MASTER_KEY: key, CUSTODIAN_MASTER_KEY_FILE: file } = environment;
  if (key) return decoded(key, 'CUSTODIAN_MASTER_KEY');
  if (file) return decoded(readKeyFile(file), `The file ${file} (CUSTODIAN_MASTER_KEY_FILE)`);
  throw new Error(
    'Set CUSTODIAN_MASTER_KEY or CUSTODIAN_MASTER_KEY_FILE: the record cannot be opened without.',
  );
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`The file ${file} (CUSTODIAN_MASTER_KEY_FILE) cannot be read: ${message}`, {
      cause: error,
    });
  }
}

function decoded(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== BYTES || key.toString('base64') !== text.trim()) {
    throw new Error(`${where} must hold 32 bytes in base64, such as \`openssl rand -base64 32\` prints.`);
  }
  return key;
}
