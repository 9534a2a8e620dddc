/** A file as it was handed in. */
export interface File {
  /** As the sender named it; of a file in an archive, with its folders. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}
