// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// A list that grows at its end, whose past can be handed to another thread without a copy.
///
/// One thread writes; [#view] is an immutable list of what was there at that moment. It shares the array, which
/// is sound because an element that a view covers is never written again: [#replace], [#insert] and [#remove]
/// take a copy of the whole array first where a view may cover what they change. Whoever hands a view over must
/// do so by a safe publication (the [MarketBoard] does). Appending is amortised constant, a view is constant;
/// the three others cost a reference copied for each element, which is meant for what is rare.
///
/// @param <T> an immutable type
final class AppendLog<T> {

    private Object[] elements = new Object[16];
    private int size;
    /// So many elements of the array may be covered by views.
    private int viewed;

    void add(T element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
            viewed = 0;
        }
        elements[size++] = element;
    }

    /// Puts another element in the place of the one at `index`.
    void replace(int index, T element) {
        Objects.checkIndex(index, size);
        own(index);
        elements[index] = element;
    }

    /// Puts an element before the one at `index`, or at the end.
    void insert(int index, T element) {
        Objects.checkIndex(index, size + 1);
        add(element);
        own(index);
        System.arraycopy(elements, index, elements, index + 1, size - 1 - index);
        elements[index] = element;
    }

    /// Takes the element at `index` out.
    void remove(int index) {
        Objects.checkIndex(index, size);
        own(index);
        size--;
        System.arraycopy(elements, index + 1, elements, index, size - index);
    }

    /// From `index` on the array is this list's alone afterwards.
    private void own(int index) {
        if (index < viewed) {
            elements = elements.clone();
            viewed = 0;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only what is of T is written
    T get(int index) {
        return (T) elements[Objects.checkIndex(index, size)];
    }

    T last() {
        return get(size - 1);
    }

    List<T> view() {
        viewed = Math.max(viewed, size);
        return new View<>(elements, size);
    }

    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final Object[] elements;
        private final int size;

        View(Object[] elements, int size) {
            this.elements = elements;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked") // only what is of T is written
        public T get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return (T) elements[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
