import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Also the rules that axe leaves off by default because they belong to WCAG 2.2. */
const OPTIONS = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

/** Every rule of axe-core, contrast included; one line for each violation. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the content policy of the page stays as strict as it is.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(OPTIONS)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}: ${(node.failureSummary ?? '').replaceAll('\n', ' ')}`),
  );
}
