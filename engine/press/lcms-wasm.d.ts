/** The part of lcms-wasm (LittleCMS 2.16) that press uses; the package brings no types. */
declare module 'lcms-wasm' {
  /** A profile or a transform in the module's memory; 0 when it could not be made. */
  type Handle = number;

  export interface Lcms {
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): Handle;
    cmsCreate_sRGBProfile(): Handle;
    cmsCreateLab4Profile(whitePoint?: readonly number[]): Handle;
    cmsCreateTransform(
      input: Handle,
      inputFormat: number,
      output: Handle,
      outputFormat: number,
      intent: number,
      flags: number,
    ): Handle;
    cmsDoTransform(
      transform: Handle,
      samples: Uint8Array | Uint16Array,
      pixels: number,
    ): Uint8Array | Uint16Array;
    cmsDeleteTransform(transform: Handle): void;
    cmsCloseProfile(profile: Handle): void;
  }

  export function instantiate(options: { readonly wasmBinary: Uint8Array }): Promise<Lcms>;
}
