import { useEffect, useState } from 'react';

/** Whether the service behind the windows is up, as the main process tells it. */
export function useServiceState(): 'up' | 'restarting' {
  const [state, setState] = useState<'up' | 'restarting'>('up');
  useEffect(() => {
    return window.luohu.onNews((news) => {
      if (news.topic === 'service') setState(news.state);
    });
  }, []);
  return state;
}
