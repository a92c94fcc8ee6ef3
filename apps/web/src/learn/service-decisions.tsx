import type { ServiceDecision } from '@cairn/contract';
import { Badge, SourceNote } from '@cairn/ui';

type Offered = ServiceDecision['aws'];

/** Needs down the side, clouds across. On a narrow screen each need is a block of its own. */
export function ServiceDecisions({ needs, title }: { needs: readonly ServiceDecision[]; title: string }) {
  return (
    <table className="decisions w-full text-left text-[0.97rem] max-md:not-print:block print:text-[7.6pt]">
      <caption className="sr-only">{title}</caption>
      <thead className="max-md:not-print:sr-only">
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" className="border-b border-line py-2 pr-5 font-semibold print:py-0.5">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:not-print:block">
        {needs.map((need) => (
          <DecisionRow key={need.id} decision={need} />
        ))}
      </tbody>
    </table>
  );
}

const HEADS = ['You need', 'AWS', 'Azure', 'What decides'] as const;

function DecisionRow({ decision: { id, need, aws, azure, decides, sources } }: { decision: ServiceDecision }) {
  const evidence = sources.map(({ url, title, checkedOn }) => ({ source: title, url, date: checkedOn }));
  return (
    <tr
      id={id}
      className="break-inside-avoid border-b border-line align-top max-md:not-print:block max-md:not-print:py-3"
    >
      <th
        scope="row"
        className="py-2.5 pr-5 font-semibold max-md:not-print:block max-md:not-print:p-0 md:w-[24%] print:w-[24%] print:py-0.5"
      >
        {need}
      </th>
      <OfferCell cloud="AWS" offered={aws} />
      <OfferCell cloud="Azure" offered={azure} />
      <td className="py-2.5 text-[0.94rem] text-muted max-md:not-print:block max-md:not-print:p-0 print:py-0.5">
        {decides}{' '}
        <span className="print:hidden">
          <SourceNote evidence={evidence} about={need} />
        </span>
      </td>
    </tr>
  );
}

function OfferCell({ cloud, offered }: { cloud: string; offered: Offered }) {
  return (
    <td className="py-2.5 pr-5 max-md:not-print:block max-md:not-print:p-0 md:w-[23%] print:w-[23%] print:py-0.5">
      <span className="mr-2 text-[0.85rem] text-muted md:hidden print:hidden">{cloud}</span>
      {offered.length === 0 ? (
        <span className="text-muted" title="No service named here">
          –<span className="sr-only"> none named here</span>
        </span>
      ) : null}
      {offered.map((service) => (
        <Offer key={service.name} service={service} />
      ))}
    </td>
  );
}

function Offer({ service: { name, note, closed } }: { service: Offered[number] }) {
  return (
    <span className="block max-md:not-print:inline-block max-md:not-print:pr-3">
      <span className={closed ? 'text-muted' : ''}>{name}</span>
      {closed ? (
        <>
          {' '}
          <Badge tone="warn">closed</Badge>
          <span className="block text-[0.85rem] text-muted print:hidden">{closed.status}</span>
        </>
      ) : null}
      {note ? (
        <span className="block text-[0.85rem] text-muted print:inline print:before:content-[':_']">{note}</span>
      ) : null}
    </span>
  );
}
