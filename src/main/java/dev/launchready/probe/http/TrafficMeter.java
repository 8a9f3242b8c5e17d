package dev.launchready.probe.http;

import dev.launchready.model.Scorecard.Traffic;
import dev.launchready.model.TrafficClass;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.ProbeException.OutOfScope;
import dev.launchready.probe.ProbeException.Refused;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the run sends, received, and was kept from sending. */
public final class TrafficMeter implements ExchangeListener {
    private final LongAdder bytes = new LongAdder();
    private final LongAdder outOfScope = new LongAdder();
    private final Map<TrafficClass, LongAdder> requests = new ConcurrentHashMap<>();

    @Override
    public void answered(HttpAnswer answer) {
        count(answer.call());
        bytes.add(answer.body().length);
    }

    @Override
    public void failed(HttpCall call, ProbeException failure) {
        if (failure instanceof OutOfScope) {
            outOfScope.increment();
        } else if (!(failure instanceof Refused)) {
            count(call);
        }
    }

    /** Requests sent, whether answered or not; bytes of bodies received, decompressed; requests refused by the scope guard. */
    public Traffic traffic() {
        Map<String, Long> byClass = new TreeMap<>();
        requests.forEach((traffic, count) -> byClass.put(traffic.key(), count.sum()));
        long all = byClass.values().stream().mapToLong(Long::longValue).sum();
        return new Traffic(all, bytes.sum(), outOfScope.sum(), byClass);
    }

    private void count(HttpCall call) {
        requests.computeIfAbsent(call.traffic(), unseen -> new LongAdder()).increment();
    }
}
