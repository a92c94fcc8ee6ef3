export { Button, buttonClass, LinkButton } from './button.tsx';
export { BottomAxis } from './charts/axis.tsx';
export { ChartFrame, type ChartTable } from './charts/chart-frame.tsx';
export { bandText, chanceText, Dial, type DialReading } from './charts/dial.tsx';
export { type Bar, HorizontalBars } from './charts/horizontal-bars.tsx';
export { LineChart } from './charts/line-chart.tsx';
export type {
  LineAxis,
  LineLook,
  LinePoint,
  LineSeries,
  LineTone,
  ReferenceLine,
  ReferenceRegion,
} from './charts/line-data.ts';
export { Radar, type RadarSpoke } from './charts/radar.tsx';
export { type Range, RangeChart } from './charts/range-chart.tsx';
export { linear, ticks } from './charts/scale.ts';
export { type Segment, StackedBar } from './charts/stacked-bar.tsx';
export { Timeline, type TimelineItem, type TimelineKind, type TimelineMark } from './charts/timeline.tsx';
export { useWidth } from './charts/use-width.ts';
export { Dialog } from './dialog.tsx';
export { Field, Select, type SelectOption, Slider, TextInput } from './field.tsx';
export { Icon, type IconName } from './icons.tsx';
export { InlineMarkdown, Markdown } from './markdown.tsx';
export { Popover, TermPopover } from './popover.tsx';
export { type Evidence, isUnverified, SourceNote } from './source-note.tsx';
export { EmptyState, ErrorState, Loading } from './states.tsx';
export { CairnPicture, Logo, StackedStones } from './stones.tsx';
export { Badge, Callout, Card, Fold, type LifeStatus, StatusBadge, type Tone } from './surface.tsx';
export { type Tab, Tabs } from './tabs.tsx';
export { headingId, headingsIn, type LinkedTerms, type TermIndex, termIndex, termsIn } from './terms.ts';
export { tight } from './tight.ts';
