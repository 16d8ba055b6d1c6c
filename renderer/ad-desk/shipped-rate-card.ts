import { parseRateCard, type RateCard } from '#engine/model/rate-card.ts';
import { assert } from '#engine/units/assert.ts';
import rateCard from '#templates/ads/rate-card.json' with { type: 'json' };

/** The sizes that ship with the program. */
export const SHIPPED_RATE_CARD: RateCard = shipped();

function shipped(): RateCard {
  const parsed = parseRateCard(rateCard);
  assert(parsed.ok, 'the shipped rate card is one');
  return parsed.value;
}
