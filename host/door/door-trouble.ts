/** Why a request is answered by a page of refusal. */
export type DoorRefusal =
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'too large' }
  | { readonly kind: 'too slow' }
  | { readonly kind: 'too many' }
  | { readonly kind: 'not from here' }
  | { readonly kind: 'not found' }
  | { readonly kind: 'wrong method'; readonly allowed: string }
  | { readonly kind: 'wrong kind' }
  | { readonly kind: 'disk' };

/** Thrown where a request ends at a refusal; caught in serve-door.ts and nowhere else. */
export class DoorTrouble extends Error {
  readonly refusal: DoorRefusal;
  constructor(refusal: DoorRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
