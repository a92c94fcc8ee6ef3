const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; a line feed and a tab may stay
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Text as HTML. Control characters go: one of them separates the fields of a note. */
export function escapeHtml(text: string): string {
  return text.replace(CONTROLS, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Names that writers and editors use; others stay as they are written. */
const CHARACTERS = `
  mdash — ndash – hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ” laquo « raquo » bull • middot · times × divide ÷
  minus − plusmn ± deg ° micro µ permil ‰ sect § para ¶ le ≤ ge ≥ ne ≠ asymp ≈ equiv ≡ infin ∞ sum ∑ prod ∏
  radic √ part ∂ int ∫ larr ← rarr → uarr ↑ darr ↓ harr ↔ rArr ⇒ lArr ⇐ hArr ⇔ isin ∈ notin ∉ cap ∩ cup ∪ sub ⊂
  sup ⊃ empty ∅ forall ∀ exist ∃ and ∧ or ∨ not ¬ nabla ∇ prime ′ alpha α beta β gamma γ delta δ epsilon ε
  eta η theta θ kappa κ lambda λ mu μ nu ν pi π rho ρ sigma σ tau τ phi φ chi χ psi ψ omega ω Delta Δ Gamma Γ
  Lambda Λ Omega Ω Phi Φ Pi Π Psi Ψ Sigma Σ Theta Θ frac12 ½ frac14 ¼ sup2 ² sup3 ³ copy © reg ® trade ™ euro €
  pound £ yen ¥ cent ¢ auml ä ouml ö uuml ü Auml Ä Ouml Ö Uuml Ü szlig ß eacute é egrave è ecirc ê agrave à
  aacute á acirc â ccedil ç iacute í icirc î ntilde ñ oacute ó ocirc ô uacute ú ugrave ù ucirc û`
  .trim()
  .split(/\s+/);

const ENTITIES = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ...['nbsp', 'ensp', 'emsp', 'thinsp'].map((name) => [name, ' '] as const),
  ...['shy', 'zwj', 'zwnj'].map((name) => [name, ''] as const),
  ...CHARACTERS.flatMap((name, at) => (at % 2 === 0 ? [[name, CHARACTERS[at + 1] ?? ''] as const] : [])),
]);

const LAST_CODE_POINT = 0x10ffff;

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]\w{1,7}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isCharacter = code > 0 && code <= LAST_CODE_POINT && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** HTML that this program wrote, as one line of text: what Anki sorts and compares notes by. */
export function htmlToLine(html: string): string {
  return decodeEntities(html.replace(/<br>/g, ' ').replace(/<[^<>]*>/g, ''));
}
