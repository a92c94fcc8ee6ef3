import type { AttemptEvent } from '@cairn/contract';

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'id' | 'at'> : never;

/** What the candidate did, before it is given an id and a time. */
export type AttemptAction = WithoutStamp<AttemptEvent>;

export type Stamp = { readonly id: string; readonly at: number };

export function stamped(action: AttemptAction, { id, at }: Stamp): AttemptEvent {
  return { ...action, id, at } as AttemptEvent; // spreading a union loses which member it is
}

/** UUID version 4 (RFC 9562). `crypto.randomUUID` would need HTTPS, and a home server may lack it. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Ids in an address bar are typed and pasted; one that is no UUID names nothing. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
