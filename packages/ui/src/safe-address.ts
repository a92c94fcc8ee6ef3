/** An address that a link in content may have: the web, mail, this site, this page. Anything else is not a link. */
export function safeAddress(address: string): string | undefined {
  if (/^\/(?![/\\])/.test(address) || address.startsWith('#')) return address;
  const parsed = URL.canParse(address) ? new URL(address) : undefined;
  return parsed && ['https:', 'http:', 'mailto:'].includes(parsed.protocol) ? parsed.href : undefined;
}
