/**
 * What refuses an ad though a program that draws pages for screens can show it. Missing fonts, torn
 * files and passwords are not among them: what it would show is not the ad.
 */
const FOR_A_PICTURE: readonly string[] = [
  'ad-font-drawn',
  'ad-shading-mesh',
  'ad-picture-packing',
  'ad-colour-key',
  'ad-transparent-x1a',
];

/** True for refusals that end when the ad becomes a picture. */
export function mayRasterise(code: string): boolean {
  return FOR_A_PICTURE.includes(code);
}
