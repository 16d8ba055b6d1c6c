import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Host, TemplateCaption } from '#host/contract.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { HostPicture } from './host-picture.tsx';

/** The templates, each as a picture of its page. */
export interface TemplateCardsProps {
  readonly host: Host;
  readonly templates: readonly TemplateCaption[];
  readonly onChoose: (template: string) => void;
}

export function TemplateCards({ host, templates, onChoose }: TemplateCardsProps) {
  const words = useWords(startStrings);
  return (
    <ListBox
      className="start-cards"
      layout="grid"
      aria-label={words.templates}
      onAction={(key) => onChoose(String(key))}
    >
      {templates.map(({ id, name, widthMm, heightMm, columns, lines }) => (
        <ListBoxItem key={id} id={id} className="start-card" textValue={name}>
          <HostPicture
            name={`template/${id}`}
            fetch={() => host.templatePicture({ template: id, page: 0 })}
          />
          <span className="start-name">{name}</span>
          <span>{words.size(widthMm, heightMm)}</span>
          <span>{words.grid(columns, lines)}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
