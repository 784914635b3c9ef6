/** A reader of second-generation identity cards. */
export interface CardReader {
  /** The 256-byte text block of the card that lies on the reader, or null when none does. */
  read(): Promise<Uint8Array | null>;
}
