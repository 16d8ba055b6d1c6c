import { effectivePpi, resolutionOf } from '#engine/preflight/picture-resolution.ts';
import { Button } from '#renderer/controls/button.tsx';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { CropPlace } from './crop-place.ts';
import { stopCropping } from './cropping.ts';

/** How close the crop is, what that leaves of the resolution, and how to be done with it. */
export function CropBar({ place }: { readonly place: CropPlace }) {
  const words = useWords(pictureStrings);
  const { desk, cropping, picture, painted } = place;
  const ppi = effectivePpi(painted, picture.widthPx);
  const resolution = resolutionOf(ppi, picture.lineArt);
  const zoom = cropping.dragged?.zoom ?? picture.zoom;
  return (
    <section className="crop-bar" aria-label={words.cropping}>
      <span className="crop-zoom">{words.closeness(zoom.toFixed(2))}</span>
      <span className={`picture-ppi ${resolution.replace(' ', '-')}`} role="status">
        {`${Math.round(ppi)} ppi　${words.resolution[resolution]}`}
      </span>
      <span className="crop-hint">{words.cropHint}</span>
      <Button look="accent" onPress={() => stopCropping(desk)}>
        {words.cropDone}
      </Button>
    </section>
  );
}
