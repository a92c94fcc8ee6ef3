import type { LessonBlock } from '@cairn/contract';
import { FIGURE_VIEWS, type FigureView } from '@cairn/figures/views';
import { Callout, InlineMarkdown, Loading } from '@cairn/ui';
import { Component, type ReactNode, Suspense } from 'react';

type Block = Extract<LessonBlock, { kind: 'figure' }>;

/** The interactive figure in its place. A lesson goes on without one that is not there, and says so. */
export function LessonFigure({ block }: { block: Block }) {
  const View = viewOf(block.figure);
  if (!View) return <MissingFigure block={block} />;
  return (
    <FigureBoundary fallback={<MissingFigure block={block} />}>
      <Suspense fallback={<Loading label="Drawing the figure" lines={3} />}>
        <View params={block.params} caption={block.caption} />
      </Suspense>
    </FigureBoundary>
  );
}

const VIEWS: Readonly<Record<string, FigureView>> = FIGURE_VIEWS;

const viewOf = (figure: string): FigureView | undefined =>
  Object.hasOwn(FIGURE_VIEWS, figure) ? VIEWS[figure] : undefined;

function MissingFigure({ block: { figure, caption } }: { block: Block }) {
  return (
    <Callout tone="warn" title={`The figure “${figure}” is missing here. What it shows:`}>
      <p>
        <InlineMarkdown text={caption} />
      </p>
    </Callout>
  );
}

type BoundaryProps = { readonly fallback: ReactNode; readonly children: ReactNode };

/** React catches what breaks below only in a class. */
class FigureBoundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
