import { type DecideItemReport, type ItemReport, ItemReportKind, Problem, type ReportItem } from '@cairn/contract';
import { type Item, slotsOf } from '@cairn/exam';
import type { Clock } from '@cairn/kernel';
import { stemOf } from '@cairn/question-types';
import type { ExamLibrary } from '../exam/library.ts';
import type { LiveSessions } from '../exam/live-session.ts';
import { unknownAttempt } from '../exam/recording.ts';
import { issueFile } from './issue-file.ts';
import type { ReportRepository, StoredReport } from './repository.ts';

export type ReportDeps = {
  readonly reports: ReportRepository;
  readonly live: LiveSessions;
  readonly library: ExamLibrary;
  readonly learnerId: string;
  readonly clock: Clock;
};

/** Reported questions: what learners say, what the author decides, and the issue to file elsewhere. */
export class ReportService {
  readonly #deps: ReportDeps;

  constructor(deps: ReportDeps) {
    this.#deps = deps;
  }

  async record(id: string, { attemptId, slot, kind, words }: ReportItem): Promise<ItemReport> {
    const { reports, learnerId, clock } = this.#deps;
    const { itemId, version } = await this.#slot(attemptId, slot);
    const report = { id, learnerId, attemptId, slot, itemId, itemVersion: version, kind, words };
    await reports.insert({ ...report, reportedAt: clock.now() });
    const stored = await this.#find(id);
    const isSame =
      stored.learnerId === learnerId &&
      stored.attemptId === attemptId &&
      stored.slot === slot &&
      stored.kind === kind &&
      stored.words === words;
    if (isSame) return this.#shown(stored);
    throw new Problem('report-id-taken', `Another report has the id ${id}; report it again under a new one.`);
  }

  async list(): Promise<ItemReport[]> {
    const rows = await this.#deps.reports.list();
    return Promise.all(rows.map((row) => this.#shown(row)));
  }

  async decide(id: string, { state, decision }: DecideItemReport): Promise<ItemReport> {
    await this.#deps.reports.decide(id, { state, decision, now: this.#deps.clock.now() });
    return this.#shown(await this.#find(id));
  }

  /** @returns the Markdown, and what the file is called */
  async issue(id: string): Promise<{ name: string; text: string }> {
    const report = await this.#shown(await this.#find(id));
    const item = report.itemId === null ? undefined : this.#item(report.exam, report.itemId);
    return {
      name: `cairn-${(report.itemId ?? 'question').replace('/', '-')}-${id.slice(0, 8)}.md`,
      text: issueFile(report, item),
    };
  }

  async #find(id: string): Promise<StoredReport> {
    const row = await this.#deps.reports.find(id);
    if (row) return row;
    throw new Problem('report-unknown', `There is no report ${id} here; reload the list.`);
  }

  async #slot(attemptId: string, slotId: string, learnerId = this.#deps.learnerId) {
    const found = await this.#deps.live.upToDate(learnerId, attemptId);
    if (found === undefined) throw unknownAttempt(attemptId);
    const slot = slotsOf(found.session.form).find(({ id }) => id === slotId);
    if (slot) return slot;
    throw new Problem('slot-unknown', `The attempt has no question ${slotId}; reload it.`);
  }

  #item(exam: string, itemId: string): Item | undefined {
    return this.#deps.library.get(exam)?.items.find(({ id }) => id === itemId);
  }

  async #shown(row: StoredReport): Promise<ItemReport> {
    const { learnerId, overAt, reportedAt, decidedAt, kind, itemId, ...rest } = row;
    const { question } = await this.#slot(row.attemptId, row.slot, learnerId);
    return {
      ...rest,
      itemId: overAt === null ? null : itemId,
      presentVersion: this.#item(row.exam, itemId)?.version ?? null,
      stem: stemOf(question),
      kind: ItemReportKind.parse(kind),
      reportedAt: reportedAt.getTime(),
      decidedAt: decidedAt?.getTime() ?? null,
    };
  }
}
