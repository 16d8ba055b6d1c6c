/// <reference path="./lcms-wasm.d.ts" />
import { instantiate, type Lcms } from 'lcms-wasm';

/** Conversions by an output profile of four inks. Samples are pixel by pixel, channels together. */
export interface ColourEngine {
  /** sRGB of 16 bits to inks of 16 bits: relative colorimetric with black point compensation. */
  inksOf(icc: Uint8Array, rgb: Uint16Array): Uint16Array;
  /**
   * Inks of 8 bits to sRGB of 8 bits, as the print will look: `newsprint` shows the grey paper and
   * the weak black of the press, `white` shows them as far as a white page can.
   */
  rgbOf(icc: Uint8Array, inks: Uint8Array, paper: 'newsprint' | 'white'): Uint8Array;
  /** Inks of 8 bits as they measure on the paper: L*, a*, b* (D50), three numbers each. */
  labOf(icc: Uint8Array, inks: Uint8Array): readonly number[];
  /**
   * Inks of 8 bits for one press as inks that look alike on another: relative colorimetric with
   * black point compensation.
   */
  inksOfOther(from: Uint8Array, to: Uint8Array, inks: Uint8Array): Uint8Array;
}

// Pixel formats (lcms2.h): colour space << 16 | channels << 3 | bytes per channel.
const RGB_16 = (4 << 16) | (3 << 3) | 2;
const RGB_8 = (4 << 16) | (3 << 3) | 1;
const CMYK_16 = (6 << 16) | (4 << 3) | 2;
const LAB_16 = (10 << 16) | (3 << 3) | 2;
const CMYK_8 = (6 << 16) | (4 << 3) | 1;

const RELATIVE_COLORIMETRIC = 1;
const ABSOLUTE_COLORIMETRIC = 3;
const BLACK_POINT_COMPENSATION = 0x2000;
/** Without this, LittleCMS goes through a coarse grid of its own on its way. */
const NO_OPTIMIZING = 0x0100;

/** Starts LittleCMS from the bytes of `lcms.wasm`. */
export async function openColourEngine(wasm: Uint8Array): Promise<ColourEngine> {
  const lcms = await instantiate({ wasmBinary: wasm });
  return {
    inksOf(icc, rgb) {
      const way = { from: 'rgb', rgbFormat: RGB_16, inkFormat: CMYK_16 } as const;
      const intent = { intent: RELATIVE_COLORIMETRIC, flags: BLACK_POINT_COMPENSATION };
      return Uint16Array.from(convert(lcms, icc, { ...way, ...intent, samples: rgb }));
    },
    rgbOf(icc, inks, paper) {
      const way = { from: 'ink', rgbFormat: RGB_8, inkFormat: CMYK_8 } as const;
      const intent =
        paper === 'newsprint'
          ? { intent: ABSOLUTE_COLORIMETRIC, flags: 0 }
          : { intent: RELATIVE_COLORIMETRIC, flags: BLACK_POINT_COMPENSATION };
      return Uint8Array.from(convert(lcms, icc, { ...way, ...intent, samples: inks }));
    },
    labOf(icc, inks) {
      const way = { from: 'ink', to: 'lab', rgbFormat: LAB_16, inkFormat: CMYK_8 } as const;
      const intent = { intent: ABSOLUTE_COLORIMETRIC, flags: 0 };
      const lab = convert(lcms, icc, { ...way, ...intent, samples: inks });
      // ICC.1:2010, 6.3.4.2: L* goes up to 65535, a* and b* have 257 to one and zero at 128.
      return Array.from(lab, (value, at) => (at % 3 === 0 ? value / 655.35 : value / 257 - 128));
    },
    inksOfOther: (from, to, inks) => convertInks(lcms, { from, to }, inks),
  };
}

function opened(lcms: Lcms, icc: Uint8Array): number {
  const profile = lcms.cmsOpenProfileFromMem(icc, icc.length);
  if (profile === 0) throw new Error('LittleCMS cannot read the press profile');
  return profile;
}

function convert(
  lcms: Lcms,
  icc: Uint8Array,
  options: {
    readonly from: 'rgb' | 'ink';
    /** What inks are turned to. */
    readonly to?: 'lab';
    readonly rgbFormat: number;
    readonly inkFormat: number;
    readonly intent: number;
    readonly flags: number;
    readonly samples: Uint8Array | Uint16Array;
  },
): Uint8Array | Uint16Array {
  const { from, inkFormat, intent, rgbFormat, samples } = options;
  const flags = options.flags | NO_OPTIMIZING;
  const press = opened(lcms, icc);
  const screen = options.to === 'lab' ? lcms.cmsCreateLab4Profile() : lcms.cmsCreate_sRGBProfile();
  const transform =
    from === 'rgb'
      ? lcms.cmsCreateTransform(screen, rgbFormat, press, inkFormat, intent, flags)
      : lcms.cmsCreateTransform(press, inkFormat, screen, rgbFormat, intent, flags);
  if (transform === 0) throw new Error('LittleCMS cannot convert by the press profile');
  const converted = lcms.cmsDoTransform(
    transform,
    samples,
    samples.length / (from === 'rgb' ? 3 : 4),
  );
  lcms.cmsDeleteTransform(transform);
  lcms.cmsCloseProfile(screen);
  lcms.cmsCloseProfile(press);
  return converted;
}

/** Here LittleCMS may go by a grid of its own: it is a third of the time and off by 2 of 255. */
function convertInks(
  lcms: Lcms,
  presses: { readonly from: Uint8Array; readonly to: Uint8Array },
  inks: Uint8Array,
): Uint8Array {
  const [from, to] = [opened(lcms, presses.from), opened(lcms, presses.to)];
  const flags = BLACK_POINT_COMPENSATION;
  const way = lcms.cmsCreateTransform(from, CMYK_8, to, CMYK_8, RELATIVE_COLORIMETRIC, flags);
  if (way === 0) throw new Error('LittleCMS cannot convert between the two presses');
  const converted = Uint8Array.from(lcms.cmsDoTransform(way, inks, inks.length / 4));
  lcms.cmsDeleteTransform(way);
  lcms.cmsCloseProfile(from);
  lcms.cmsCloseProfile(to);
  return converted;
}
