import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { adRasterStrings } from '#renderer/strings/ad-raster-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { rasterAsking } from './raster-question.ts';

/** Says why an ad is refused, and what would be lost if it were placed as a picture. */
export function RasterDialog() {
  const desk = useDesk();
  const words = useWords(adRasterStrings);
  const failures = useWords(failureStrings);
  const question = useStore(rasterAsking(desk), (asking) => asking.question);
  if (question === undefined) return undefined;
  const { answer, isDrawing, name, refusal } = question;
  return (
    <Dialog
      title={words.title}
      onClose={() => answer(false)}
      foot={
        <>
          <Button onPress={() => answer(false)}>{isDrawing ? words.stop : words.refuse}</Button>
          <Button look="accent" isDisabled={isDrawing} onPress={() => answer(true)}>
            {words.rasterise}
          </Button>
        </>
      }
    >
      <p className="raster-file">{name}</p>
      <p className="raster-why" role="alert">
        {failures.of(refusal)}
      </p>
      <p>{words.lastResort}</p>
      <ul className="raster-losses">
        {words.losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <p className="form-note" role="status">
        {isDrawing ? words.drawing : words.after}
      </p>
    </Dialog>
  );
}
