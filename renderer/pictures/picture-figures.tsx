import type { Picture } from '#engine/model/issue.ts';
import { type PrintedPicture, resolutionOf } from '#engine/preflight/picture-resolution.ts';
import { ptToMm } from '#engine/units/units.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

interface PictureFiguresProps {
  readonly picture: Picture;
  readonly printed: PrintedPicture | undefined;
}

/** Pixels of the file, size in print, and what the one makes of the other. */
export function PictureFigures({ picture, printed }: PictureFiguresProps) {
  const words = useWords(pictureStrings);
  if (picture.asset === undefined) return undefined;
  const resolution = printed && resolutionOf(printed.effectivePpi, picture.lineArt);
  return (
    <dl className="picture-figures">
      <dt>{words.pixels}</dt>
      <dd>{`${picture.widthPx} × ${picture.heightPx}`}</dd>
      {picture.lineArt !== undefined && (
        <>
          <dt>{words.kind}</dt>
          <dd>{words.lineArt[picture.lineArt]}</dd>
        </>
      )}
      <dt>{words.printed}</dt>
      <dd>
        {printed === undefined
          ? words.notPrinted
          : `${mm(printed.widthPt)} × ${mm(printed.heightPt)} mm`}
      </dd>
      {printed !== undefined && resolution !== undefined && (
        <>
          <dt>{words.ppi}</dt>
          <dd className={`picture-ppi ${resolution.replace(' ', '-')}`}>
            {`${Math.round(printed.effectivePpi)} ppi　${words.resolution[resolution]}`}
          </dd>
        </>
      )}
    </dl>
  );
}

function mm(lengthPt: number): string {
  return ptToMm(lengthPt).toFixed(1);
}
