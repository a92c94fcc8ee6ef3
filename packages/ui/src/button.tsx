import type { ComponentProps } from 'react';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'medium' | 'small';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent/90',
  secondary: 'border border-muted/60 bg-card text-ink hover:border-accent hover:text-accent',
  quiet: 'text-accent hover:bg-accent-soft',
  danger: 'border border-bad/60 bg-card text-bad hover:bg-bad-soft',
};

const SIZES: Record<Size, string> = {
  medium: 'min-h-11 px-5 py-2 text-base',
  small: 'min-h-9 px-3 py-1 text-[0.94rem]',
};

type Appearance = { look?: Look; size?: Size };

export function buttonClass({ look = 'secondary', size = 'medium' }: Appearance = {}): string {
  return `inline-flex items-center justify-center gap-2 rounded-lg font-semibold no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-55 ${LOOKS[look]} ${SIZES[size]}`;
}

export function Button({
  look,
  size,
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Appearance) {
  return <button type={type} className={`${appearance({ look, size })} ${className}`} {...rest} />;
}

/** An anchor that looks like a button; an app's router can wrap it. */
export function LinkButton({ look, size, className = '', ...rest }: ComponentProps<'a'> & Appearance) {
  return <a className={`${appearance({ look, size })} ${className}`} {...rest} />;
}

function appearance({ look, size }: { look: Look | undefined; size: Size | undefined }): string {
  return buttonClass({ ...(look && { look }), ...(size && { size }) });
}
