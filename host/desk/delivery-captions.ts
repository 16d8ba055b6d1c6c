import type { Delivery } from '#host/delivery/delivery-log.ts';
import type { UnderWay } from '#host/delivery/delivery-queue.ts';
import type { DeliveryCaption, DeliveryFile } from '#host/delivery-contract.ts';

/** A delivery as the screen is told of it, with how far it is. */
export function captionOf(delivery: Delivery, underWay: readonly UnderWay[]): DeliveryCaption {
  const { order, state, doneAt, trouble } = delivery;
  const sending = underWay.find((one) => one.delivery === order.id);
  const { id, at, by, target, targetName, subject } = order;
  const last = trouble ?? sending?.trouble;
  return {
    ...{ id, at, by, target, targetName, subject, state, doneAt },
    trouble: last === undefined ? undefined : { code: last.code, values: last.values },
    files: order.files.map((file) => fileOf(delivery, file, sending)),
    override: order.override?.reason,
  };
}

function fileOf(
  { sent }: Delivery,
  { name, bytes, sha256, page }: Delivery['order']['files'][number],
  sending: UnderWay | undefined,
): DeliveryFile {
  const sentAt = sent.get(name)?.at;
  const underWay = sending?.file === name ? sending.bytesSent : 0;
  const shown = page && {
    issue: page.issue,
    number: page.number,
    version: page.version,
    look: page.look,
  };
  return {
    name,
    bytes,
    sha256,
    bytesSent: sentAt === undefined ? underWay : bytes,
    sentAt,
    page: shown,
  };
}
