package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Optional;

/**
 * Assertions on the explanations of many texts, which are explained together, once; not final, because AssertJ's soft
 * assertions subclass it.
 */
public class AttributionListAssert extends AbstractAttributionsAssert<AttributionListAssert, List<AttributionRequest>> {

    private Optional<List<Attribution>> attributions = Optional.empty();

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThatAll(List)}.
     *
     * @param actual what is to be explained
     */
    public AttributionListAssert(List<AttributionRequest> actual) {
        super(actual, AttributionListAssert.class);
    }

    @Override
    Judged first(Tally tally) {
        List<AttributionRequest> requests = requests();
        List<Attribution> explained =
                attributions.orElseGet(() -> ListedTexts.explained(requests, NestedCase.models()));
        attributions = Optional.of(explained);
        add(requests, explained, tally);
        return new Judged(requests, explained.get(0));
    }

    @Override
    void again(Tally tally, Substitution models) {
        add(requests(), models.attributions(requests()), tally);
    }

    private List<AttributionRequest> requests() {
        return ListedTexts.of(actual);
    }

    private static void add(List<AttributionRequest> requests, List<Attribution> explained, Tally tally) {
        for (int i = 0; i < requests.size(); i++) {
            tally.add(requests.get(i), explained.get(i), Optional.empty());
        }
    }
}
