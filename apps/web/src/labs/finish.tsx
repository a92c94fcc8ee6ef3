import type { LabRun, PublishedLab } from '@cairn/contract';
import { Badge, Card, Markdown, StackedStones } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { RouterLinkButton } from '../app/links.tsx';
import { billQuery } from './lab-requests.ts';
import { dollars, fillIn, skillsShown } from './lab-words.ts';

/** The cairn stands: what it cost nobody, and what the record shows since. */
export function Finish({ lab, run }: { lab: PublishedLab; run: LabRun }) {
  const texts = { region: run.account.region, account: run.account.accountId };
  const skills = skillsShown(lab, run);
  const { data: bill } = useQuery({ ...billQuery(run.id), enabled: run.account.state === 'ready' });
  return (
    <Card className="grid gap-6">
      <div className="flex items-center gap-6">
        <StackedStones done={lab.steps.length} total={lab.steps.length} label="" className="h-32 shrink-0" />
        <div className="grid gap-2">
          <h2 className="text-2xl sm:text-3xl">The cairn stands</h2>
          <p>
            All {lab.steps.length} steps are passed.
            {bill && bill.totalUsd > 0 ? ` You did not pay ${dollars(bill.totalUsd)}.` : ''}
          </p>
        </div>
      </div>
      <div className="grid gap-2">
        <h3 className="text-xl">What your record shows now</h3>
        {skills.length > 0 ? (
          <p className="flex flex-wrap gap-1.5">
            {skills.map((name) => (
              <Badge key={name} tone="good">
                {name}
              </Badge>
            ))}
          </p>
        ) : (
          <p className="text-muted">
            Nothing new: every step was done with its solution. Start over, and do one alone.
          </p>
        )}
      </div>
      <div className="grid gap-2">
        <h3 className="text-xl">In a real account</h3>
        <Markdown text={fillIn(lab.costLesson, texts)} />
        <p className="pt-2 font-semibold">Clean up</p>
        <Markdown text={fillIn(lab.cleanup, texts)} />
      </div>
      <div className="flex flex-wrap gap-3">
        <RouterLinkButton to="/labs" look="primary">
          Choose the next lab
        </RouterLinkButton>
        <RouterLinkButton to="/labs/$labId" params={{ labId: lab.id }}>
          Start over in a fresh account
        </RouterLinkButton>
      </div>
    </Card>
  );
}
