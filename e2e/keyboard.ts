import type { Locator, Page } from 'playwright-core';

/** More stops than any page has between two controls that a person would walk. */
const MOST_STEPS = 250;

/** Somebody who has a keyboard and nothing else: no click, no focus by script. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  press = (key: string): Promise<void> => this.#page.keyboard.press(key);

  type = (text: string): Promise<void> => this.#page.keyboard.type(text);

  /** Walks there, forwards or backwards as the page reads, and sees where the focus is on arrival. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    if ((await target.evaluate(focusFrom)) === 'on it') return;
    await this.#walk(target, await target.evaluate(keyTowards), ['on it']);
    if (!(await target.evaluate(isSeen))) throw new Error(`the focus on ${target} is hidden behind something`);
  }

  /**
   * Presses a key until the focus is where it is wanted. To find the target by its role after each press would cost
   * more than the press: its node is held, looked for again when the page has replaced it, and once more on arrival.
   */
  async #walk(target: Locator, key: string, wanted: readonly Focus[]): Promise<void> {
    let node = await target.elementHandle();
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      await this.press(key);
      const focus = await node?.evaluate(focusFrom);
      if (focus === 'elsewhere') continue;
      if (wanted.includes(await target.evaluate(focusFrom))) return;
      node = await target.elementHandle();
    }
    throw new Error(`${MOST_STEPS} times ${key} did not lead to ${target}`);
  }

  /** Looks at what a key did; fails if that was nothing. */
  async sees(isDone: () => Promise<boolean>): Promise<void> {
    if (!(await this.#isSeenSoon(isDone))) throw new Error('a key was pressed, and nothing came of it');
  }

  async #isSeenSoon(isDone: () => Promise<boolean>): Promise<boolean> {
    for (let looks = 0; looks < 20; looks++) {
      if (await isDone()) return true;
      await this.#page.waitForTimeout(100);
    }
    return false;
  }

  async activate(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.press(key);
  }

  /** Arrow keys move within a group of radios, and Tab enters it once. */
  async pick(radio: Locator): Promise<void> {
    await radio.waitFor();
    if ((await radio.evaluate(focusFrom)) === 'elsewhere')
      await this.#walk(radio, await radio.evaluate(keyTowards), ['on it', 'in its group']);
    if ((await radio.evaluate(focusFrom)) !== 'on it') await this.#walk(radio, 'ArrowDown', ['on it']);
    if (await radio.isChecked()) return;
    await this.press('Space');
    await this.sees(() => radio.isChecked());
  }

  /** Opens the list, walks to the option and takes it: what lies on the way is not chosen. */
  async choose(select: Locator, option: number | string): Promise<void> {
    const labels = (await select.locator('option').allTextContents()).map((text) => text.trim());
    const index = typeof option === 'number' ? option : labels.findIndex((label) => label.startsWith(option));
    if (index < 0 || index >= labels.length) throw new Error(`${select} offers ${labels.join(' | ')}, not ${option}`);
    const take = async () => {
      await this.activate(select, 'Space');
      await this.press('Home');
      for (let moves = 0; moves < index; moves++) await this.press('ArrowDown');
      await this.press('Enter');
    };
    // Options that are taken elsewhere are passed over, so that it may be a later one; the first stands for none.
    const isTaken = () =>
      select.evaluate((node, wanted) => wanted === 0 || (node as HTMLSelectElement).selectedIndex > 0, index);
    // The browser's own list opens in its own time: keys that come too early are lost to it, not to the page.
    for (let tries = 0; tries < 3; tries++) {
      await take();
      if (await this.#isSeenSoon(isTaken)) return;
    }
    throw new Error(`nothing was chosen in ${select}`);
  }
}

/** Where the focus is, as a control sees it. */
type Focus = 'on it' | 'in its group' | 'elsewhere' | 'control is gone';

/** Runs in the page. */
function focusFrom(node: Element): Focus {
  const focused = document.activeElement;
  if (!node.isConnected) return 'control is gone';
  if (focused === node) return 'on it';
  const isOfGroup =
    focused?.getAttribute('type') === 'radio' && focused.getAttribute('name') === node.getAttribute('name');
  return isOfGroup ? 'in its group' : 'elsewhere';
}

/** Runs in the page. */
function keyTowards(node: Element): 'Tab' | 'Shift+Tab' {
  const from = document.activeElement ?? document.body;
  return (from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) > 0 && !node.contains(from)
    ? 'Shift+Tab'
    : 'Tab';
}

/** Runs in the page. WCAG 2.2, 2.4.11: what has the focus is not entirely hidden, as by a bar that stays in place. */
function isSeen(node: Element): boolean {
  const { left, top, width, height } = node.getBoundingClientRect();
  const shares = [0.1, 0.5, 0.9];
  return shares.some((across) =>
    shares.some((down) => {
      const hit = document.elementFromPoint(left + across * width, top + down * height);
      return hit !== null && (node.contains(hit) || hit.contains(node));
    }),
  );
}
