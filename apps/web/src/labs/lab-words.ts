import type { LabRun, PublishedLab } from '@cairn/contract';
import { counted } from '../app/words.ts';

/** What labs say, in one place. */

export const LEVELS = { introductory: 'Introductory', intermediate: 'Intermediate', advanced: 'Advanced' } as const;

/** 45 → "45 minutes", 90 → "1 h 30 min". */
export function durationText(minutes: number): string {
  if (minutes < 60) return counted(minutes, 'minute');
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** Texts of a lab name the account by `${account}`; before there is one, by a word. */
export function fillIn(text: string, { region, account }: { region: string; account: string | null }): string {
  return text.replace(/\$\{account\}/g, account ?? 'ACCOUNT').replace(/\$\{region\}/g, region);
}

/** Cents matter in small bills: "$0.0042", "$12.30". */
export function dollars(amount: number): string {
  if (amount === 0) return '$0.00';
  const digits = amount < 0.01 ? 6 : amount < 1 ? 4 : 2;
  return `$${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: digits })}`;
}

/** "on time", "3 h ahead": the clock of an account against ours. */
export function aheadText(milliseconds: number | null): string {
  const minutes = Math.round((milliseconds ?? 0) / 60_000);
  if (minutes < 1) return 'on time';
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return `${minutes} min ahead`;
  const days = Math.floor(hours / 24);
  if (days < 1) return `${hours} h ahead`;
  return hours % 24 === 0 ? `${counted(days, 'day')} ahead` : `${counted(days, 'day')} ${hours % 24} h ahead`;
}

/** What a passed step is worth, in words that do not scold. */
export function creditText(credit: number): string {
  if (credit >= 1) return 'Passed on your own';
  if (credit <= 0) return 'Passed with the solution: no credit';
  return `Passed with help: ${Math.round(credit * 100)} % of the credit`;
}

/** Skills that the record shows since this lab, by name, each once. */
export function skillsShown({ skills }: PublishedLab, { evidence }: LabRun): readonly string[] {
  const names = new Map(skills.map(({ id, name }) => [id, name]));
  const shown = evidence.filter(({ credit }) => credit > 0).flatMap(({ skills: ids }) => ids);
  return [...new Set(shown)].map((id) => names.get(id) ?? id);
}

/** A moment on the clock of an account, in UTC as the cloud tells it. */
export function clockText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
