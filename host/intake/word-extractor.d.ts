declare module 'word-extractor' {
  /** The words of a .doc file, part by part. */
  interface WordDocument {
    getBody(options: TextOptions): string;
    getFootnotes(options: TextOptions): string;
    getEndnotes(options: TextOptions): string;
    getTextboxes(options: TextOptions): string;
  }

  interface TextOptions {
    readonly filterUnicode: boolean;
    readonly includeHeadersAndFooters?: boolean;
  }

  class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }

  export = WordExtractor;
}
