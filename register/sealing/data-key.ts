import { open, seal } from './envelope';

/** The key of one case, one person or one import, ready to use. Never kept longer than the work at hand. */
export class DataKey {
  constructor(
    readonly id: string,
    private readonly key: Buffer,
  ) {}

  /** Seals bytes for one column of one row: `letter/<id>/sealed`. */
  seal(plain: Uint8Array, place: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(seal(this.key, plain, this.at(place)));
  }

  /** Throws `tampered` for what was not sealed here. */
  open(sealed: Uint8Array, place: string): Buffer {
    return open(this.key, sealed, this.at(place));
  }

  sealJson(value: unknown, place: string): Uint8Array<ArrayBuffer> {
    return this.seal(Buffer.from(JSON.stringify(value)), place);
  }

  openJson<T>(sealed: Uint8Array, place: string): T {
    return JSON.parse(this.open(sealed, place).toString()) as T;
  }

  private at(place: string): string {
    return `${this.id} ${place}`;
  }
}
