import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { Picture } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { useAssetAddress } from './use-asset-address.ts';

/** An arrow key moves the focus by this share of a side. */
const KEY_STEP = 0.05;
const KEYS: Readonly<Record<string, Picture['focus']>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: -KEY_STEP },
  ArrowDown: { x: 0, y: KEY_STEP },
};

interface FocusPickerProps {
  readonly picture: Picture;
  /** What shows in print, as fractions of the sides. */
  readonly crop: Rect | undefined;
  readonly onFocus: (focus: Picture['focus']) => void;
}

/** The whole photograph with what shows in print; a click sets the point that stays in view. */
export function FocusPicker({ picture, crop, onFocus }: FocusPickerProps) {
  const words = useWords(pictureStrings);
  const address = useAssetAddress(picture.asset);
  const [unshown, setUnshown] = useState<string>();
  const { x, y } = picture.focus;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // A press by keyboard has no place.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onFocus({
      x: share((event.clientX - box.left) / box.width),
      y: share((event.clientY - box.top) / box.height),
    });
  };
  const step = (event: KeyboardEvent) => {
    const way = KEYS[event.key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onFocus({ x: share(x + way.x), y: share(y + way.y) });
  };
  return (
    <button
      type="button"
      className="focus-picker"
      aria-label={words.focus(Math.round(x * 100), Math.round(y * 100))}
      style={{ aspectRatio: `${picture.widthPx} / ${picture.heightPx}` }}
      onClick={press}
      onKeyDown={step}
    >
      {unshown === picture.asset && <span className="picture-note">{words.cannotShow}</span>}
      {address !== undefined && unshown !== picture.asset && (
        <img
          src={address}
          alt=""
          className={picture.greyscale ? 'grey' : ''}
          onError={() => setUnshown(picture.asset)}
        />
      )}
      {crop !== undefined && <span className="focus-crop" style={placeOf(crop)} />}
      <span className="focus-point" style={{ left: percent(x), top: percent(y) }} />
    </button>
  );
}

function placeOf({ x, y, width, height }: Rect) {
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}

function percent(fraction: number): string {
  return `${fraction * 100}%`;
}

/** Hundredths are as exact as a hand is. */
function share(fraction: number): number {
  return Math.round(Math.max(0, Math.min(1, fraction)) * 100) / 100;
}
