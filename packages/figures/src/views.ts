export type { FigureView, FigureViewProps } from './view/lazily.ts';
export { FIGURE_VIEWS } from './view/loaders.ts';
