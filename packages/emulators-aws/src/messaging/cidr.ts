import { BlockList, isIP } from 'node:net';

/** What is wrong with `10.0.0.0/24` or `2001:db8::/32`; undefined when nothing is. */
export function rangeFault(range: string): string | undefined {
  const [address = '', bits = '', ...more] = range.split('/');
  const family = isIP(address);
  const isWhole = family !== 0 && more.length === 0 && /^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  return isWhole ? undefined : `${range} is no range of addresses such as 10.0.0.0/24`;
}

/** Whether an address lies in a range. Texts that are no addresses lie nowhere. */
export function isInRange(address: string, range: string): boolean {
  const family = isIP(address);
  const [network = '', bits = ''] = range.split('/');
  if (family === 0 || isIP(network) !== family) return false;
  const name = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, Number(bits), name);
  return list.check(address, name);
}
