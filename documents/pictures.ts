/** Media types of the pictures that pages and print can show. */
export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg'];
