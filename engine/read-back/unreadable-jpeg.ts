/** The file is damaged, or of a kind that no press reads (12 bits, arithmetic, lossless). */
export class UnreadableJpeg extends Error {}
