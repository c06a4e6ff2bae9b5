// One websocket a workshop and browser tab, shared by every listener on the page.
// A module is loaded once a document, so what is kept here is kept for the tab.

const SETTLE = 30, FIRST_WAIT = 500, LONGEST_WAIT = 15000, LINGER = 5000, REPEAT = 3000
const GONE = 4403
const DOINGS = ["click", "keydown", "pointerup", "change", "focusout"]
const lines = new Map()
const listeners = new WeakMap()
let asking = 0 // questions of this turn that Streamlit has yet to send
let disturbed = false

class Line {
  constructor(workshop) {
    this.workshop = workshop
    this.listeners = new Set()
    this.seen = new Map() // topic -> the head at which it last moved
    this.floor = 0 // up to here anything may have moved
    this.head = 0
    this.failures = 0
    this.gone = false
    this.connect()
  }

  connect() {
    clearTimeout(this.retry)
    if (this.gone || this.socket) return
    const url = new URL("../changes", import.meta.url)
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:"
    if (this.workshop) url.searchParams.set("workshop", this.workshop)
    const socket = (this.socket = new WebSocket(url))
    socket.onmessage = event => this.hear(JSON.parse(event.data))
    socket.onclose = event => this.lost(socket, event.code)
  }

  hear({ head, topics }) {
    this.failures = 0
    if (head <= this.head) return
    this.head = head
    if (topics.includes("*")) this.floor = head
    for (const topic of topics) this.seen.set(topic, head)
    this.settle()
  }

  lost(socket, code) {
    if (this.socket !== socket) return
    this.socket = null
    if (code === GONE) return this.end()
    if (!this.listeners.size) return
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures++)
    this.retry = setTimeout(() => this.connect(), wait * (0.5 + Math.random()))
  }

  end() {
    this.gone = true
    const page = [...this.listeners].find(listener => listener.page)
    this.trigger(page ? [page] : [...this.listeners])
  }

  // The browser is somebody now. A socket from before was opened without the cookie and will be refused.
  again() {
    this.gone = false
    this.failures = 0
    const before = this.socket
    this.socket = null
    before?.close()
    this.connect()
  }

  settle() {
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.ask([...this.listeners].filter(listener => listener.wants(this.due(listener.topics))))
    }, SETTLE)
  }

  // A rerun of the whole page brings its fragments along: one question is enough then.
  ask(wanting) {
    const page = wanting.find(listener => listener.page)
    for (const listener of wanting) {
      listener.asked = this.due(listener.topics)
      listener.askedAt = Date.now()
    }
    this.trigger(page ? [page] : wanting)
    if (wanting.length) setTimeout(() => this.askAgain(), REPEAT)
  }

  // Streamlit takes one fragment a turn: questions of two fragments in the same turn lose one.
  trigger([listener, ...rest]) {
    if (listener && this.listeners.has(listener)) {
      listener.trigger("moved", listener.asked)
      asking++
      setTimeout(() => this.sent(), 0)
    }
    if (rest.length) setTimeout(() => this.trigger(rest), 0)
  }

  // What somebody did in the turn of a question went with it, but only the fragment asked for is run.
  sent() {
    asking--
    if (asking || !disturbed) return
    disturbed = false
    this.trigger([...this.listeners].filter(listener => listener.page))
  }

  // A question can be lost with a connection; it is repeated once.
  askAgain() {
    const unanswered = [...this.listeners].filter(l => l.asked > l.head && l.repeated !== l.asked)
    for (const listener of unanswered) listener.repeated = listener.asked
    this.trigger(unanswered)
    this.settle()
  }

  due(topics) {
    if (topics.includes("*")) return this.head
    return Math.max(this.floor, ...topics.map(topic => this.seen.get(topic) ?? 0))
  }

  add(listener) {
    clearTimeout(this.closing)
    this.listeners.add(listener)
    this.connect()
    this.settle()
  }

  remove(listener) {
    this.listeners.delete(listener)
    if (!this.listeners.size) this.closing = setTimeout(() => this.close(), LINGER)
  }

  close() {
    clearTimeout(this.retry)
    lines.delete(this.workshop)
    const socket = this.socket
    this.socket = null
    socket?.close()
  }
}

class Listener {
  constructor({ data, setTriggerValue }, before) {
    this.topics = data.topics
    this.head = data.head
    this.page = data.page
    this.trigger = setTriggerValue
    this.asked = before?.asked ?? 0
    this.askedAt = before?.askedAt ?? 0
    this.repeated = before?.repeated ?? 0
  }

  // Once for each head, so that a page that does not move cannot loop; and one question at a time, so that
  // a slow answer is waited for instead of being asked for again and again.
  wants(due) {
    const awaits = this.asked > this.head && Date.now() - this.askedAt < REPEAT
    return due > Math.max(this.head, this.asked) && !awaits
  }
}

// Out of sight and out of the page's flow: it takes no room and no gap.
function hide(parent) {
  const place = (parent.host ?? parent).closest('[data-testid="stElementContainer"]')
  if (!place) return
  place.setAttribute("aria-hidden", "true")
  place.style.cssText = "position:absolute;width:0;height:0;overflow:hidden"
}

export function mount(component) {
  const { data, parentElement } = component
  const before = listeners.get(parentElement)
  const listener = new Listener(component, before)
  const workshop = data.workshop ?? ""
  if (!lines.has(workshop)) lines.set(workshop, new Line(workshop))
  const line = lines.get(workshop)
  hide(parentElement)
  listeners.set(parentElement, listener)
  line.add(listener)
  before?.leave()
  listener.leave = () => line.remove(listener)
  return listener.leave
}

const disturb = () => (disturbed ||= asking > 0)
DOINGS.forEach(doing => document.addEventListener(doing, disturb, true))
const retryAll = () => lines.forEach(line => line.listeners.size && line.connect())
addEventListener("online", retryAll)
document.addEventListener("visibilitychange", () => document.hidden || retryAll())
addEventListener("common-terms:entered", () => lines.forEach(line => line.again()))
