import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client';

export { Prisma };
export type Database = PrismaClient;
/** Inside one transaction. */
export type Tx = Prisma.TransactionClient;
/** Where reading is all the same, in a transaction or out of one. */
export type Reader = Database | Tx;

export function openDatabase(databaseUrl: string): Database {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: 16 }),
    // A recorder waits behind another's row lock rather than give up: the lock is held for milliseconds.
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
    errorFormat: 'minimal',
  });
}

/** Whether the error says that a unique key is taken already. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/** Bytes as Prisma takes them. */
export const bytes = (data: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(data);

/** A plain value for a JSON column. */
export const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
