import { useEffect, useState } from 'react';

/** Inner size of the window, in CSS pixels. */
export interface WindowSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The window's size, kept up to date. */
export function useWindowSize(): WindowSize {
  const [size, setSize] = useState(measureWindow);
  useEffect(() => {
    const measure = () => setSize(measureWindow());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return size;
}

function measureWindow(): WindowSize {
  return { widthPx: window.innerWidth, heightPx: window.innerHeight };
}
