// A timer that counts down by itself, in the browser: while it runs nobody is asked anything.

const places = new WeakMap() // parent -> what ticks there

function digits(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

function face(parent, size) {
  const shown = document.createElement("div")
  shown.setAttribute("role", "timer")
  shown.style.cssText =
    `font:600 ${size}/1.1 var(--st-font);font-variant-numeric:tabular-nums;color:var(--st-text-color);` +
    "white-space:nowrap"
  parent.replaceChildren(shown)
  return shown
}

export function mount({ data, parentElement, setTriggerValue }) {
  // The browser's clock may be wrong: what counts is how long the server says it is, from now on.
  const skew = data.now - Date.now()
  const place = places.get(parentElement) ?? { shown: face(parentElement, data.size) }
  places.set(parentElement, place)
  clearInterval(place.timer)
  const tick = () => {
    const left = (data.ends - skew - Date.now()) / 1000
    place.shown.textContent = left > 0 ? digits(left) : data.over
    if (left > 0 || !place.timer) return
    clearInterval(place.timer)
    setTriggerValue("ended", data.ends)
  }
  place.timer = data.ends > data.now ? setInterval(tick, 200) : 0
  tick()
  return () => clearInterval(place.timer)
}
