import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { FigureParams } from '../figure.ts';
import type { FigureProps } from './use-setting.ts';

export type FigureViewProps = { readonly params: FigureParams; readonly caption: string };
export type FigureView = LazyExoticComponent<ComponentType<FigureViewProps>>;

/** A view that is fetched when a lesson first shows it: put it below a `Suspense`. */
export function lazily<Setting extends object>(load: () => Promise<ComponentType<FigureProps<Setting>>>): FigureView {
  return lazy(async () => {
    const View = await load();
    return { default: View as ComponentType<FigureViewProps> }; // the figure of this id has read the parameters
  });
}
