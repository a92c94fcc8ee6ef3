import type { Content } from '@cairn/content';
import type { ServiceDecision, ServiceTables, Sheet, SheetBlock } from '@cairn/contract';
import type { ServiceNeed, SheetFile } from '@cairn/lessons';
import type { ExamEntry, ExamLibrary } from '../exam/library.ts';

type Closed = Content['names']['closed'][number];

export type SheetLibrary = {
  readonly tables: ServiceTables;
  /** By exam. */
  readonly sheets: ReadonlyMap<string, Sheet>;
};

/** Sheets and tables as they are shown: needs filled in, closed services marked, domains named. */
export function sheetLibraryOf(
  { sheets, services, names }: Pick<Content, 'sheets' | 'services' | 'names'>,
  exams: ExamLibrary,
): SheetLibrary {
  const groups = (services?.services.groups ?? []).map(({ id, title, needs }) => ({
    id,
    title,
    needs: needs.map((need) => decisionOf(need, names.closed)),
  }));
  const decisions = new Map(groups.flatMap(({ needs }) => needs.map((need) => [need.id, need])));
  const shown = [...sheets].flatMap(([exam, { sheet }]): [string, Sheet][] => {
    const entry = exams.get(exam);
    return entry ? [[exam, sheetOf(sheet, entry, decisions)]] : [];
  });
  return { tables: { reviewBy: services?.services.reviewBy ?? null, groups }, sheets: new Map(shown) };
}

function decisionOf(
  { id, need, aws, azure, decides, sources }: ServiceNeed,
  closed: readonly Closed[],
): ServiceDecision {
  const offered = ({ name, note }: ServiceNeed['aws'][number]) => ({
    name,
    note: note ?? null,
    closed: statusOf(name, closed),
  });
  return { id, need, aws: aws.map(offered), azure: azure.map(offered), decides: decides ?? null, sources };
}

/** A name in the tables may carry the maker: "Amazon SageMaker Clarify" is "SageMaker Clarify" in the list. */
function statusOf(name: string, closed: readonly Closed[]): ServiceDecision['aws'][number]['closed'] {
  const found = closed.find((one) => name === one.name || name === `Amazon ${one.name}` || name === `AWS ${one.name}`);
  return found ? { status: found.status, source: found.source, checkedOn: found.checkedOn } : null;
}

function sheetOf(
  sheet: SheetFile,
  { profile, domains }: ExamEntry,
  decisions: ReadonlyMap<string, ServiceDecision>,
): Sheet {
  return {
    exam: profile.id,
    code: profile.code,
    title: profile.title,
    reviewBy: sheet.reviewBy,
    domains: sheet.domains.flatMap(({ number, blocks }) => {
      const domain = domains.find((one) => one.number === number);
      if (domain === undefined) return [];
      const shown = blocks.map((block) => blockOf(block, decisions));
      return [{ number, name: domain.name, weightPercent: Math.round(domain.weight * 100), blocks: shown }];
    }),
  };
}

function blockOf(
  block: SheetFile['domains'][number]['blocks'][number],
  decisions: ReadonlyMap<string, ServiceDecision>,
): SheetBlock {
  if (block.kind !== 'services') return block;
  return { ...block, needs: block.needs.flatMap((id) => decisions.get(id) ?? []) };
}
