'use strict';
(() => {
  const patienceMillis = 700;
  const parts = ['#messages', '#thread', '#side'];
  let seen = document.body.dataset.changes;

  const toEnd = () => document.querySelectorAll('.scroll').forEach(each => { each.scrollTop = each.scrollHeight; });

  const busy = element => element && element.contains(document.activeElement)
    && ['SELECT', 'INPUT', 'TEXTAREA'].includes(document.activeElement.tagName);

  const keepTyped = (from, to) => {
    for (const field of from.querySelectorAll('input[type=text][name], textarea[name]')) {
      const same = to.querySelector(`[name="${CSS.escape(field.name)}"]`);
      if (same && field.value) { same.value = field.value; }
    }
  };

  const replace = fresh => {
    for (const name of parts) {
      const here = document.querySelector(name);
      const there = fresh.querySelector(name);
      if (here && there && !busy(here) && here.innerHTML !== there.innerHTML) {
        const atEnd = here.scrollHeight - here.scrollTop - here.clientHeight < 40;
        here.innerHTML = there.innerHTML;
        if (atEnd) { here.scrollTop = here.scrollHeight; }
      }
    }
    const modal = document.querySelector('#modal');
    const next = fresh.querySelector('#modal');
    if (modal && next && modal.dataset.hash !== next.dataset.hash) {
      if (modal.dataset.view && modal.dataset.view === next.dataset.view) { keepTyped(modal, next); }
      modal.replaceWith(next);
    }
  };

  const look = async () => {
    try {
      const now = await (await fetch('/web/changes')).text();
      if (now !== seen) {
        const page = await (await fetch(location.pathname + location.search)).text();
        replace(new DOMParser().parseFromString(page, 'text/html'));
        seen = now;
      }
    } catch (gone) { /* The server stopped; it may come back. */ }
    setTimeout(look, patienceMillis);
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-confirm]');
    if (button && !confirm(button.dataset.confirm)) { event.preventDefault(); }
  });

  document.addEventListener('change', event => {
    if (event.target.matches('.attach input')) {
      event.target.previousElementSibling.textContent = '📎 ' + (event.target.files[0]?.name ?? '');
      return;
    }
    const spot = event.target.closest('[data-send]');
    if (!spot || event.target.matches('[data-suggest]') && !event.target.value) { return; }
    const form = event.target.form;
    const act = document.createElement('input');
    act.type = 'hidden';
    act.name = 'do';
    act.value = spot.dataset.send;
    form.append(act);
    form.submit();
  });

  document.addEventListener('input', async event => {
    const field = event.target;
    if (!field.matches('[data-suggest]')) { return; }
    const at = new URL(field.dataset.suggest, location.href);
    const place = at.pathname.replace(/\/[^/]*$/, '/suggest');
    const name = field.name.replace(/^(now|v)\//, '');
    at.searchParams.set('name', name);
    at.searchParams.set('typed', field.value);
    const found = await (await fetch(place + '?' + at.searchParams)).json();
    field.list.replaceChildren(...found.map(text => new Option(text, text)));
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && event.target.matches('.composer textarea')) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });

  toEnd();
  look();
})();
