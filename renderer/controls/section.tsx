import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

/** A part of a panel that can be folded away. */
export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Folded at first. */
  readonly isFolded?: boolean;
}

export function Section({ title, children, isFolded = false }: SectionProps) {
  return (
    <Disclosure className="section" defaultExpanded={!isFolded}>
      <Heading className="section-title" level={3}>
        <Button slot="trigger" className="section-head">
          <ChevronDown aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="section-body">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** A word on the left, controls on the right. */
export interface PropertyRowProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function PropertyRow({ label, children }: PropertyRowProps) {
  return (
    <div className="property-row">
      <span className="property-label">{label}</span>
      {children}
    </div>
  );
}
