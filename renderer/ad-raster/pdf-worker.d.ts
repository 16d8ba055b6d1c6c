/** The reading half of pdf.js; loading it is enough for the drawing half to find it. */
declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
