import type { AdPartner } from '#engine/model/issue.ts';
import { TextField } from '#renderer/controls/text-field.tsx';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** A number that comes without a label gets the one that the partner parks use. */
const USUAL_LABEL = '招商热线';
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

interface PartnerFieldsProps {
  readonly content: AdPartner;
  readonly onFill: (content: AdPartner) => void;
}

/** The words of a partner park, each in its field. */
export function PartnerFields({ content, onFill }: PartnerFieldsProps) {
  const words = useWords(partnerStrings);
  const { name, latinName, slogan, hotline, expires } = content;
  const change = (changes: Partial<AdPartner>) => onFill({ ...content, ...changes });
  return (
    <>
      <TextField label={words.name} value={name} onCommit={(text) => change({ name: text })} />
      <TextField
        label={words.latinName}
        value={latinName ?? ''}
        onCommit={(text) => change({ latinName: text === '' ? undefined : text })}
      />
      <TextField
        label={words.slogan}
        value={slogan}
        onCommit={(text) => change({ slogan: text })}
      />
      <TextField
        label={words.hotlineLabel}
        value={hotline?.label ?? ''}
        onCommit={(label) => change({ hotline: hotlineOf(label, hotline?.number ?? '') })}
      />
      <TextField
        label={words.hotlineNumber}
        value={hotline?.number ?? ''}
        onCommit={(typed) => {
          const number = typed.trim();
          const label = hotline?.label ?? (number === '' ? '' : USUAL_LABEL);
          change({ hotline: number === '' ? undefined : hotlineOf(label, number) });
        }}
      />
      <TextField
        label={words.expires}
        inputType="date"
        mayBeEmpty
        value={expires ?? ''}
        onCommit={(date) => change({ expires: ISO_DATE.test(date) ? date : undefined })}
      />
    </>
  );
}

function hotlineOf(label: string, number: string): AdPartner['hotline'] {
  return label === '' && number === '' ? undefined : { label, number };
}
