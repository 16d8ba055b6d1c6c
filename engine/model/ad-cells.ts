import type { AdCell, AdPartner } from './issue.ts';

/** A cell for a partner park that nothing is known of yet. */
export const EMPTY_AD_CELL: AdPartner = {
  kind: 'partner',
  logo: undefined,
  name: '',
  latinName: undefined,
  slogan: '',
  hotline: undefined,
  expires: undefined,
};

/** True when a cell says nothing: it is still to be filled, and may fall away. */
export function isEmptyAdCell(cell: AdCell): boolean {
  return (
    cell.kind === 'partner' &&
    cell.name === '' &&
    cell.slogan === '' &&
    [cell.logo, cell.latinName, cell.hotline, cell.expires].every((field) => field === undefined)
  );
}
