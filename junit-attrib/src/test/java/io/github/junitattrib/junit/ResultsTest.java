package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.FixedRule;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equal requests are computed once per model, and no two different ones are taken for equal. */
class ResultsTest {

    private static final IntegratedGradients METHOD = Attributions.integratedGradients();

    @TempDir
    private Path directory;

    private Run run = new Run(Path.of("target"));
    private ModelSlot slot = slot("fake");

    @BeforeEach
    void model() {
        run = new Run(directory);
        slot = slot(Run.FAKE);
    }

    private ModelSlot slot(String alias) {
        ModelLocation locations =
                new ModelLocation(name -> Optional.empty(), new ModelCache(Path.of("target", "cache")));
        String location = run.directoryOf(alias).toString();
        return new ModelSlot(
                location,
                () -> LoadedModel.made(new ModelRepository(locations).load(location, DeviceChoice.AUTO)),
                true);
    }

    private AttributionRequest request(String text) {
        return AttributionRequest.of(request -> slot.attribute(request, "test"), text, METHOD);
    }

    private int computations() {
        return run.counts(Run.FAKE).computations().get();
    }

    @Test
    void severalAreComputedTogetherAndKept() {
        Attribution known = request("great film").attribution();

        List<Attribution> all =
                slot.attributeAll(List.of(request("great film"), request("bad film"), request("bad film")), "test");

        assertThat(all.get(0)).isSameAs(known);
        assertThat(all.get(1)).isSameAs(all.get(2)).isSameAs(request("bad film").attribution());
        assertThat(all.get(1).text()).isEqualTo("bad film");
    }

    @Test
    void equalRequestsShareOneComputation() {
        Attribution first = request("great").attribution();
        assertThat(request("great").attribution()).isSameAs(first);
        assertThat(computations()).isEqualTo(1);
    }

    @Test
    void requestsThatDifferInAnythingAreComputedApart() {
        List<AttributionRequest> requests = List.of(
                request("great"),
                request("said"),
                request("great").toward("POSITIVE"),
                request("great").toward("NEGATIVE"),
                request("great").from(Baseline.MASK),
                request("great").with(new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.TRAPEZOID, 5))),
                request("great").with(new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.TRAPEZOID, 6))));
        List<Attribution> attributions =
                requests.stream().map(AttributionRequest::attribution).toList();
        assertThat(computations()).isEqualTo(requests.size());
        assertThat(new HashSet<>(requests)).hasSize(requests.size());
        assertThat(attributions.get(3).label()).isEqualTo("NEGATIVE");
        assertThat(attributions.get(4).method().parameters()).containsEntry("baseline", "MASK");
        assertThat(attributions.get(6).method().parameters()).containsEntry("points", "6");
    }

    @Test
    void requestsThatComeAtOnceShareOneComputation() throws Exception {
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(threads);
        List<Future<Attribution>> futures = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            futures.add(pool.submit(() -> {
                start.await();
                return request("great").attribution();
            }));
        }
        start.countDown();
        HashSet<Integer> different = new HashSet<>();
        for (Future<Attribution> future : futures) {
            different.add(System.identityHashCode(future.get(1, TimeUnit.MINUTES)));
        }
        pool.shutdown();
        assertThat(different).hasSize(1);
        assertThat(computations()).isEqualTo(1);
        assertThat(run.counts(Run.FAKE).loads()).hasValue(1);
    }

    @Test
    void failureIsNotRememberedAsAResult() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> request(" ").attribution())
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessage("The text is blank.");
        }
    }

    @Test
    void resultsAreNotSharedBetweenModels() {
        Attribution one = request("great").attribution();
        ModelSlot other = slot(Run.OTHER);
        Attribution two = AttributionRequest.of(request -> other.attribute(request, "test"), "great", METHOD)
                .attribution();
        assertThat(one.model().name()).isEqualTo(Run.FAKE);
        assertThat(two.model().name()).isEqualTo(Run.OTHER);
    }
}
