import { type DeliveryPlace, DeliveryTrouble } from '#host/delivery/delivery-place.ts';

/** A place whose line is cut once, after so many bytes; half of the last piece has arrived then. */
export function cutAfter(place: DeliveryPlace, bytes: number): DeliveryPlace {
  let left = bytes;
  return {
    size: (name) => place.size(name),
    read: (name, length) => place.read(name, length),
    rename: (from, to) => place.rename(from, to),
    remove: (name) => place.remove(name),
    close: () => place.close(),
    async append(name, length, piece) {
      if (left < 0 || piece.length <= left) {
        left -= left < 0 ? 0 : piece.length;
        return place.append(name, length, piece);
      }
      await place.append(name, length, piece.subarray(0, left));
      left = -1;
      throw new DeliveryTrouble('delivery-no-line', { host: '', port: 0, reason: 'cut' }, true);
    },
  };
}
